// Shows each button with data-print, hidden without script, and prints the page when it is pressed.

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
