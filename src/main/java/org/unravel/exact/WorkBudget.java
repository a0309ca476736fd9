package org.unravel.exact;

import java.util.List;
import java.util.Locale;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;

/** Multiply-adds that are left to spend. Not safe for threads. */
final class WorkBudget {

    /** Multiply-adds for each number of a matrix beside the products: the integrator's stages, and packing for each channel. */
    private static final double STAGES = 12;
    private static final double PACKING = 4;

    /** What calling a product costs, as multiply-adds: it is all that counts for a qubit. */
    private static final double CALL = 60;

    private double left;

    WorkBudget(double multiplyAdds) {
        this.left = multiplyAdds;
    }

    static WorkBudget unlimited() {
        return new WorkBudget(Double.POSITIVE_INFINITY);
    }

    /**
     * Multiply-adds of one evaluation of the generator on one Hermitian matrix: D for each entry of H and K, 2D for each of a jump operator, and
     * overhead.
     */
    static double ofEvaluation(Model model) {
        double entries = entries(model.hamiltonian()) + entries(model.jumpRateOperator());
        List<Channel> channels = model.channels();
        for (Channel c : channels) {
            entries += 2 * entries(c.operator());
        }
        double d = model.dimension();
        return entries * d + (STAGES + PACKING * channels.size()) * d * d + CALL * (channels.size() + 2);
    }

    private static double entries(TimeDependentOperator operator) {
        return operator.terms().stream().mapToDouble(t -> t.matrix().nonZeroCount()).sum();
    }

    /** Largest number of evaluations of so many multiply-adds each that can be paid, as far as an integer goes. */
    int evaluations(double multiplyAddsEach) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(left / multiplyAddsEach));
    }

    void spend(double multiplyAdds) {
        left -= multiplyAdds;
    }

    /** @throws ModelException if a forecast exceeds what is left */
    void require(double multiplyAdds) {
        if (multiplyAdds > left) {
            throw exceeded(String.format(Locale.ROOT, "would take %.0e multiply-adds, %.0e are left", multiplyAdds, left));
        }
    }

    /** What is thrown when the budget is used up. */
    static ModelException exceeded(String how) {
        return new ModelException("too much work for the exact side: " + how);
    }
}
