package org.unravel.exact;

import java.util.List;

import org.unravel.exact.CountingDistribution.Atom;

/**
 * The exact distribution of W_TPM.
 *
 * @param atoms ascending
 * @param outside bound of the probability that they lack: outside the window, or below the error of the inversion
 */
public record WorkDistribution(List<Atom> atoms, double outside) {

    /** Copies the list. */
    public WorkDistribution {
        atoms = List.copyOf(atoms);
    }
}
