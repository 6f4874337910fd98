// Carries the launch on to the EHR; without this script the reader presses the button
document.getElementById("authorize").submit();
