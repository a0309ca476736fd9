package org.unravel.model;

/** The problem as stated breaks a rule; the message says rule, name, value, unit and, where it is known, place, ready to be shown to the user. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** An exception with a message for the user. */
    public ModelException(String message) {
        this(message, "");
    }

    /**
     * An exception about a part of the model whose place is for others to find.
     *
     * @param message rule, name and value, without the place
     * @param key the key of the model file that it is about, e.g. {@code baths.hot.channels.emission.rate}; empty where there is none
     */
    public ModelException(String message, String key) {
        super(message);
        this.key = key;
    }

    /** The key of the model file that it is about; empty where there is none, or where the message says the place. */
    public String key() {
        return key;
    }
}
