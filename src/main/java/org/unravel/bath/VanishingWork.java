package org.unravel.bath;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether W_TPM = E_m − E_n − Q is zero in every trajectory: the energy E is constant and conserved by H at all times, and each jump operator changes it by
 * the quantum that it counts, [E, L_k] = q_kL_k (physics.md, "What is counted, exactly"). A state with an energy then has one after every jump and all the time, E_n + Q.
 *
 * <p>Proven for all times, as it must hold for the matrix of each term of H and L_k, whatever its coefficient; to the rounding of each entry.
 */
public final class VanishingWork {

    private final SparseMatrix energy;

    private VanishingWork(SparseMatrix energy) {
        this.energy = energy;
    }

    /** True if it is proven that there is no work. */
    public static boolean isProven(Model model) {
        if (!model.energy().isConstant()) {
            return false;
        }
        VanishingWork proof = new VanishingWork(model.energy().at(model.time().start()));
        return proof.shifts(model.hamiltonian(), 0) && model.channels().stream().allMatch(proof::countsWhatItTakes);
    }

    private boolean countsWhatItTakes(Channel channel) {
        return channel.heat().isConstant() && shifts(channel.operator(), channel.heat().at(0).re());
    }

    private boolean shifts(TimeDependentOperator operator, double quantum) {
        return operator.terms().stream().allMatch(t -> shifts(t.matrix(), quantum));
    }

    /** [E, X] = qX but for the rounding of what cancels in each entry. */
    private boolean shifts(SparseMatrix x, double quantum) {
        int n = x.dimension();
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        double[] magnitude = new double[n * n];
        addProduct(energy, x, 1, re, im, magnitude);
        addProduct(x, energy, -1, re, im, magnitude);
        for (int i = 0; i < n; i++) {
            for (int p = x.rowStart()[i]; p < x.rowStart()[i + 1]; p++) {
                int at = i * n + x.columns()[p];
                re[at] -= quantum * x.re()[p];
                im[at] -= quantum * x.im()[p];
                magnitude[at] += Math.abs(quantum) * x.magnitude(p);
            }
        }
        for (int at = 0; at < re.length; at++) {
            if (!(Math.hypot(re[at], im[at]) <= Rounding.OF_SUM * magnitude[at])) {
                return false;
            }
        }
        return true;
    }

    private static void addProduct(SparseMatrix a, SparseMatrix b, int sign, double[] re, double[] im, double[] magnitude) {
        int n = a.dimension();
        for (int i = 0; i < n; i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                int k = a.columns()[p];
                for (int r = b.rowStart()[k]; r < b.rowStart()[k + 1]; r++) {
                    int at = i * n + b.columns()[r];
                    re[at] += sign * (a.re()[p] * b.re()[r] - a.im()[p] * b.im()[r]);
                    im[at] += sign * (a.re()[p] * b.im()[r] + a.im()[p] * b.re()[r]);
                    magnitude[at] += a.magnitude(p) * b.magnitude(r);
                }
            }
        }
    }
}
