package org.unravel.model;

/** The problem as stated breaks a rule; the message says rule, name, value, unit and place, ready to be shown to the user. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with a message for the user. */
    public ModelException(String message) {
        super(message);
    }
}
