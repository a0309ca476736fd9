package org.unravel.bath;

import java.util.Optional;
import java.util.OptionalInt;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** Whether the particles of a channel are the fermions that its jumps bring: with N = Σ num(f) over all fermions, [N, L] = nL. */
final class FermionBalance {

    /** Of the largest entry of an operator: what is rounding of an expression. */
    private static final double ROUNDING = 1e-12;

    private FermionBalance() {
    }

    /** The first channel of a bath of particles that says another number than its operator; none in a space without fermions, where nothing says what a particle is. */
    static Optional<String> contradiction(Model model, Bath bath) {
        Optional<int[]> numbers = model.space().fermionNumbers();
        if (numbers.isEmpty() || !bath.hasParticles()) {
            return Optional.empty();
        }
        return bath.channels().stream().flatMap(c -> contradiction(numbers.get(), bath, c).stream()).findFirst();
    }

    private static Optional<String> contradiction(int[] numbers, Bath bath, Channel channel) {
        OptionalInt brought = brought(numbers, channel.operator());
        if (brought.isEmpty() || brought.getAsInt() == channel.particles()) {
            return Optional.empty();
        }
        int n = brought.getAsInt();
        return Optional.of("a jump of channel " + bath.label(channel) + " changes the number of fermions by " + n + ", as [N, L] = " + n + " L, and its particles say " + channel.particles()
                + ": chemical work and currents are those of its particles; look at their number and sign");
    }

    /** The n of [N, L] = nL; empty where there is none. */
    private static OptionalInt brought(int[] numbers, TimeDependentOperator operator) {
        OptionalInt found = OptionalInt.empty();
        for (TimeDependentOperator.Term term : operator.terms()) {
            SparseMatrix m = term.matrix();
            double least = ROUNDING * m.maxModulus();
            for (int i = 0; i < m.dimension(); i++) {
                for (int p = m.rowStart()[i]; p < m.rowStart()[i + 1]; p++) {
                    int n = numbers[i] - numbers[m.columns()[p]];
                    if (m.magnitude(p) > least && found.isPresent() && found.getAsInt() != n) {
                        return OptionalInt.empty();
                    }
                    found = m.magnitude(p) > least ? OptionalInt.of(n) : found;
                }
            }
        }
        return found;
    }
}
