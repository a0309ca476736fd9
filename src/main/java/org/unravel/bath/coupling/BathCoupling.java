package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.bath.BoltzmannFactor;
import org.unravel.model.Bath;
import org.unravel.model.BathOrigin;
import org.unravel.model.BathOrigin.ShiftedEnergy;
import org.unravel.model.Channel;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/**
 * A thermal bath of bosons by what couples it to the system: S ⊗ B with the spectral density J(ν) of B. {@link #bath} gives its channels.
 *
 * <p>Each frequency ν &gt; 0 has a channel {@code emission} with the operator A(ν), the rate γ(ν) and the quantum −ν, and, above zero temperature, {@code absorption} with
 * A(ν)†, γ(−ν) and ν.
 * Of several frequencies they are numbered from 1, ascending in ν at the start. ν = 0 has {@code dephasing} with A(0), γ(0) and no quantum. What has the rate 0 is no channel.
 *
 * @param name the name of the bath
 * @param inverseTemperature β &gt; 0, +∞ for zero temperature
 * @param coupling S, Hermitian, not zero, shape [D][D]
 * @param spectrum J
 * @param lambShift what is done with the Lamb shift
 */
public record BathCoupling(String name, double inverseTemperature, SparseMatrix coupling, Spectrum spectrum, LambShift lambShift) {

    /** Checks what needs no Hamiltonian. */
    public BathCoupling {
        if (!(inverseTemperature > 0)) {
            throw new ModelException("expected beta > 0 for a bath with a coupling, found " + BathRate.number(inverseTemperature), "beta");
        }
        if (coupling.isZero()) {
            throw new ModelException("expected a coupling that is not zero, found zero", "coupling");
        }
    }

    /**
     * The bath with its channels.
     *
     * @throws ModelException if the equation does not apply, a rate or a Lamb shift is infinite, or the spectrum is negative where it is used
     */
    public Bath bath(WeakCouplingEquation equation) {
        JumpOperators operators = equation.jumpOperators(coupling);
        BathRate rate = new BathRate(spectrum, inverseTemperature);
        List<Channel> channels = new ArrayList<>();
        int count = operators.lowering().size();
        for (int k = 0; k < count; k++) {
            addPair(equation, rate, operators.lowering().get(k), count == 1 ? "" : "_" + (k + 1), channels);
        }
        operators.elastic().ifPresent(a -> channels.addAll(elastic(a, rate, scale(operators))));
        BathOrigin origin = new BathOrigin(equation.kind(), coupling, spectrum.description(), equation.hamiltonian(), shift(equation, operators, rate),
                lambShift == LambShift.ENERGY ? ShiftedEnergy.COUNTED : ShiftedEnergy.LEFT_OUT, operators.leftOut(), operators.slowness(), operators.unproven(), operators.quasiEnergies());
        return new Bath(name, OptionalDouble.of(inverseTemperature), channels, List.of(), Optional.of(origin));
    }

    private void addPair(WeakCouplingEquation equation, BathRate rate, JumpOperators.Lowering lowering, String number, List<Channel> channels) {
        TimeFunction nu = lowering.frequency();
        TimeFunction emission = equation.along(nu, rate::at);
        // by the factor of detailed balance, and not by γ(−ν), where ν moves: so both sides of the balance are one function
        TimeFunction absorption = nu.isConstant() ? TimeFunction.constant(rate.at(-nu.at(0).re()))
                : Double.isInfinite(inverseTemperature) ? TimeFunction.constant(0) : new BoltzmannFactor(inverseTemperature, nu).times(emission);
        if (!isZero(emission)) {
            channels.add(new Channel("emission" + number, lowering.operator(), emission, nu.times(TimeFunction.constant(-1))));
        }
        if (!isZero(absorption)) {
            channels.add(new Channel("absorption" + number, lowering.operator().adjoint(), absorption, nu));
        }
    }

    private static boolean isZero(TimeFunction rate) {
        return rate.isConstant() && rate.at(0).re() == 0;
    }

    private static List<Channel> elastic(TimeDependentOperator operator, BathRate rate, double scale) {
        double gamma = rate.atZero(scale);
        return gamma == 0 ? List.of() : List.of(new Channel("dephasing", operator, TimeFunction.constant(gamma), TimeFunction.constant(0)));
    }

    /** A frequency below which the spectrum is looked at for its limit at 0. */
    private double scale(JumpOperators operators) {
        double least = Double.isInfinite(inverseTemperature) ? Double.POSITIVE_INFINITY : 1 / inverseTemperature;
        for (JumpOperators.Lowering lowering : operators.lowering()) {
            least = lowering.frequency().isConstant() ? Math.min(least, lowering.frequency().at(0).re()) : least;
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private Optional<TimeDependentOperator> shift(WeakCouplingEquation equation, JumpOperators operators, BathRate rate) {
        return lambShift == LambShift.NONE ? Optional.empty() : Optional.of(equation.weighted(operators, new LambIntegral(rate, scale(operators))::at));
    }
}
