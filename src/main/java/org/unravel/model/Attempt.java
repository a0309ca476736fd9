package org.unravel.model;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that was to be found: it is there, or there is a reason why not. */
public sealed interface Attempt<T> {

    /** It is there. */
    record Found<T>(T it) implements Attempt<T> {

        @Override
        public Optional<T> value() {
            return Optional.of(it);
        }

        @Override
        public Optional<Absence> absence() {
            return Optional.empty();
        }
    }

    /** It is not there. */
    record Missing<T>(Absence why) implements Attempt<T> {

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Absence> absence() {
            return Optional.of(why);
        }
    }

    /** What was found. */
    Optional<T> value();

    /** Why nothing was found. */
    Optional<Absence> absence();

    /** Something that is there. */
    static <T> Attempt<T> found(T value) {
        return new Found<>(value);
    }

    /** Nothing, for a reason. */
    static <T> Attempt<T> missing(Absence why) {
        return new Missing<>(why);
    }

    /** What comes of some work; a model that is refused is a reason, anything else that is thrown stays what it is. */
    static <T> Attempt<T> of(Supplier<T> work) {
        try {
            return found(work.get());
        } catch (ModelException e) {
            return missing(Absence.of(e));
        }
    }
}
