package org.unravel.model;

/**
 * A model that is refused, by itself or by a method that cannot be put to it. The message says rule, name, value, unit and, where it is known, place, ready to
 * be shown to the user; what code decides by is the {@link #reason}.
 */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final Reason reason;
    private final String key;

    /** A model that breaks a rule, with a message for the user. */
    public ModelException(String message) {
        this(message, "");
    }

    /**
     * A model that breaks a rule, in a part whose place is for others to find.
     *
     * @param message rule, name and value, without the place
     * @param key the key of the model file that it is about, e.g. {@code baths.hot.channels.emission.rate}; empty where there is none
     */
    public ModelException(String message, String key) {
        this(Reason.BROKEN_RULE, message, key);
    }

    /** A model that is refused for a reason. */
    public ModelException(Reason reason, String message) {
        this(reason, message, "");
    }

    /** A model that is refused for a reason that has to do with one part of it; see {@link #ModelException(String, String)}. */
    public ModelException(Reason reason, String message, String key) {
        super(message);
        this.reason = reason;
        this.key = key;
    }

    /** Why the model is refused. */
    public Reason reason() {
        return reason;
    }

    /** The key of the model file that it is about; empty where there is none, or where the message says the place. */
    public String key() {
        return key;
    }
}
