// Submits the authorization request to the EHR; without scripts the reader presses the button
document.getElementById("authorize").submit();
