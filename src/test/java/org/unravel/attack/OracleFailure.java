package org.unravel.attack;

/** The oracle has no answer: nothing is said of the program. */
final class OracleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OracleFailure(String message) {
        super(message);
    }
}
