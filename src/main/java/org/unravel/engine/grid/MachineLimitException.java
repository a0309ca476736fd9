package org.unravel.engine.grid;

/** This machine has too little memory for a model that is fine: nothing falls back for it, or results would depend on the machine. */
public final class MachineLimitException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MachineLimitException(String message) {
        super(message);
    }
}
