package org.unravel.model;

/**
 * A Hermitian operator whose mean is recorded; of one that is not Hermitian, its real or its imaginary part.
 *
 * @param name its column in the curves
 * @param operator the operator
 * @param part what of the operator of the model it is
 */
public record Observable(String name, TimeDependentOperator operator, Part part) {

    /** What of an operator X is Hermitian. */
    public enum Part {
        /** X itself. */
        WHOLE,
        /** (X + X†)/2. */
        REAL,
        /** (X − X†)/2i. */
        IMAGINARY
    }

    /** A Hermitian operator. */
    public Observable(String name, TimeDependentOperator operator) {
        this(name, operator, Part.WHOLE);
    }
}
