package org.unravel.effective;

import java.util.List;

/** The dynamical map of a part, at any times of a run in order. */
interface MapPath {

    /** Dimension of the part. */
    int dimension();

    /**
     * Maps at several times.
     *
     * @param times ascending, the first one already asked for or the start
     * @param branch a time inside the smooth piece that holds between them
     * @throws org.unravel.model.ModelException if the joint equation cannot be integrated, or takes more work than is paid for
     */
    List<DynamicalMap> maps(double[] times, double branch);

    /** No time before this one will be asked for any more. */
    default void forgetBefore(double time) {
    }
}
