package org.unravel.bath.coupling;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Bath;
import org.unravel.model.BathOrigin;
import org.unravel.model.BathOrigin.ShiftedEnergy;
import org.unravel.model.TimeDependentOperator;

/**
 * The Lamb shifts of all baths of a model.
 *
 * @param leftOut of baths whose shift does not count as energy
 * @param counted of baths whose shift does
 */
public record LambShifts(List<TimeDependentOperator> leftOut, List<TimeDependentOperator> counted) {

    /** Those of some baths. */
    public static LambShifts of(List<Bath> baths) {
        return new LambShifts(of(baths, ShiftedEnergy.LEFT_OUT), of(baths, ShiftedEnergy.COUNTED));
    }

    private static List<TimeDependentOperator> of(List<Bath> baths, ShiftedEnergy energy) {
        return baths.stream().flatMap(b -> b.origin().stream()).filter(o -> o.shiftedEnergy() == energy).flatMap((BathOrigin o) -> o.lambShift().stream()).toList();
    }

    /** H with all shifts: what drives states. */
    public TimeDependentOperator generator(TimeDependentOperator hamiltonian) {
        return plus(plus(hamiltonian, leftOut), counted);
    }

    /**
     * The operator that counts as energy, where that is not the generator.
     *
     * @param own what the model says is the energy, if it does
     */
    public Optional<TimeDependentOperator> energy(TimeDependentOperator hamiltonian, Optional<TimeDependentOperator> own) {
        return own.isEmpty() && leftOut.isEmpty() ? Optional.empty() : Optional.of(plus(own.orElse(hamiltonian), counted));
    }

    private static TimeDependentOperator plus(TimeDependentOperator operator, List<TimeDependentOperator> others) {
        TimeDependentOperator sum = operator;
        for (TimeDependentOperator other : others) {
            sum = sum.plus(other);
        }
        return sum;
    }
}
