package org.unravel.exact;

import java.util.List;
import java.util.Locale;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeDependentOperator;

/**
 * Multiply-adds that the exact side may spend on one model: one budget for all of it, so that what comes first leaves less to what follows.
 *
 * <p>A run spends it in this order: measurements at both ends, whose moments are always computed unless they are tiny, and whose distribution and
 * characteristic function are not; the time of the first jump; moments of what is counted; distributions of counted heat; words and g²
 * where a model asks for them; waiting times; passages; distributions of numbers of jumps; the joint heat of two baths. What is known beforehand to cost more than is left is refused and spends nothing, so that what comes later
 * and costs less is computed. What turns out to cost more on the way has spent all there was, and nothing is left to what comes later. Not safe for
 * threads, but may be handed from one to another.
 */
public final class WorkBudget {

    /** Multiply-adds for each number of a matrix beside the products: the integrator's stages, and packing for each channel. */
    private static final double STAGES = 12;
    private static final double PACKING = 4;

    /** What calling a product costs, as multiply-adds: it is all that counts for a qubit. */
    private static final double CALL = 60;

    private static final double PER_SECOND = 1e9;
    private static final double LEAST_SHOWN = 0.005;
    /** Up to here seconds are written without an exponent. */
    private static final double MOST_PLAIN = 1e4;

    private static final String EXCEEDED = "too much work for the exact side: ";

    private double left;
    private final WorkBudget payer;

    WorkBudget(double multiplyAdds) {
        this.left = multiplyAdds;
        this.payer = null;
    }

    private WorkBudget(WorkBudget payer) {
        this.left = Double.POSITIVE_INFINITY;
        this.payer = payer;
    }

    /** A new budget of an effort. */
    public static WorkBudget of(Effort effort) {
        return effort.budget();
    }

    /** What is spent here is taken from this budget even where it has not enough: for what is always computed. */
    WorkBudget always() {
        return new WorkBudget(this);
    }

    static WorkBudget unlimited() {
        return new WorkBudget(Double.POSITIVE_INFINITY);
    }

    /**
     * Multiply-adds of one evaluation of the generator on one Hermitian matrix: D for each entry of H and K, 2D for each of a jump operator, and
     * overhead.
     */
    static double ofEvaluation(Model model) {
        double entries = entries(model.drivingHamiltonian()) + entries(model.jumpRateOperator());
        List<Channel> channels = model.channels();
        for (Channel c : channels) {
            entries += 2 * entries(c.operator());
        }
        double d = model.dimension();
        return entries * d + (STAGES + PACKING * channels.size()) * d * d + CALL * (channels.size() + 2);
    }

    /** Entries of all terms of an operator. */
    static double entries(TimeDependentOperator operator) {
        return operator.terms().stream().mapToDouble(t -> t.matrix().nonZeroCount()).sum();
    }

    /** Largest number of evaluations of so many multiply-adds each that can be paid, as far as an integer goes. */
    int evaluations(double multiplyAddsEach) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(left / multiplyAddsEach));
    }

    void spend(double multiplyAdds) {
        left = Math.max(0, left - multiplyAdds);
        if (payer != null) {
            payer.spend(multiplyAdds);
        }
    }

    /** What is left, in multiply-adds, ≥ 0. */
    public double left() {
        return left;
    }

    /** @throws ModelException if a forecast exceeds what is left */
    void require(double multiplyAdds) {
        if (multiplyAdds > left) {
            throw exceeded("would take about " + shown(multiplyAdds) + " of computing, what is left is " + shown(left));
        }
    }

    /** So many multiply-adds in seconds, as a machine of today makes them. */
    static String shown(double multiplyAdds) {
        double seconds = multiplyAdds / PER_SECOND;
        if (seconds < LEAST_SHOWN) {
            return "no time";
        }
        return String.format(Locale.ROOT, seconds < MOST_PLAIN ? "%.2f s" : "%.1e s", seconds);
    }

    /** What is thrown when the budget is used up. */
    static ModelException exceeded(String how) {
        return new ModelException(Reason.TOO_MUCH_WORK, EXCEEDED + how);
    }
}
