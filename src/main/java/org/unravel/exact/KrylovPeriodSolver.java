package org.unravel.exact;

import java.util.List;
import java.util.Locale;

import org.unravel.exact.Gmres.Solution;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * Without a matrix, by {@link Gmres}: (1 − Φ^m)x + v Tr x = Σ_{j&lt;m} Φ^j b with a state v, which has the solution of (1 − Φ)x = b. The power m grows until few
 * products do: what relaxes in m periods costs none.
 */
final class KrylovPeriodSolver implements PeriodSolver {

    /** Vectors that are kept at once, and by how much the power grows where they do not suffice. */
    private static final int PRODUCTS = 80;
    private static final int GROWTH = 4;
    private static final int MOST_PERIODS = 1 << 14;

    /** Residuals at which a search ends, and what is still taken where it has come to its end. */
    private static final double ENOUGH = 1e-12;
    private static final double ACCEPTED = 1e-10;

    /** Residual of the search for a way from the start to the state: there is one, to all digits, or none. */
    private static final double LEADS = 1e-7;

    private final PeriodMap map;
    private final double[] generic;
    private final double[] state;
    private int power = 1;
    private double worst;

    /**
     * Finds the state.
     *
     * @param start of the model, on the numbers that the map keeps
     * @throws ModelException if it is not found, with the residual, or the start does not lead to it
     */
    KrylovPeriodSolver(PeriodMap map, double[] start) {
        this.map = map;
        this.generic = PeriodSolver.generic(map.flow());
        // a guess that has what the start keeps for ever would hide that something is kept
        this.state = found("state that repeats", generic, generic, ACCEPTED);
        double[] way = start.clone();
        for (int i = 0; i < way.length; i++) {
            way[i] -= state[i];
        }
        if (KrylovSpace.norm(way) > LEADS * KrylovSpace.norm(state)) {
            found("way from the start to the state that repeats, which there is not where the start decides for ever which state is reached,", way, new double[way.length], LEADS);
        }
    }

    private double[] found(String what, double[] b, double[] guess, double accepted) {
        double[] x = guess;
        double residual = Double.NaN;
        try {
            while (power <= MOST_PERIODS) {
                Solution next = Gmres.solve(this::product, b, x, PRODUCTS, ENOUGH);
                x = next.x();
                residual = next.residual();
                if (residual <= accepted) {
                    worst = accepted == ACCEPTED ? Math.max(worst, residual) : worst;
                    return x;
                }
                power *= GROWTH;
            }
        } catch (ModelException e) {
            if (e.reason() != Reason.TOO_MUCH_WORK) {
                throw e;
            }
        }
        throw new ModelException(Reason.GAVE_UP, String.format(Locale.ROOT,
                "the search for the %s came to no end: expected a residual of at most %.1e, found %.1e after %d products of %d periods of %.4g", what, accepted, residual, PRODUCTS, power, map.length()));
    }

    /** (1 − Φ^m)x + v Tr x. */
    private double[] product(double[] x) {
        double[] image = x;
        for (int j = 0; j < power; j++) {
            image = map.of(image);
        }
        double trace = map.flow().trace(x, 0);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] - image[i] + generic[i] * trace;
        }
        return out;
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public double[] solve(double[] b) {
        double[] sum = b.clone();
        double[] image = b;
        for (int j = 1; j < power; j++) {
            image = map.of(image);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += image[i];
            }
        }
        int before = power;
        double[] x = found("correlations of what is counted", sum, new double[b.length], ACCEPTED);
        if (power == before) {
            return x;
        }
        // of the power that it took there is another right-hand side
        return solve(b);
    }

    @Override
    public List<String> notes() {
        return List.of(String.format(Locale.ROOT, "found without a matrix, on %d numbers of the density matrix, to a residual of %.1e", generic.length, worst));
    }
}
