package org.unravel.cli;

/** The command line asks for something that cannot be; the message is for the user. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
