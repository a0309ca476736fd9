package org.unravel.firstlaw;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * The account of the exact state.
 *
 * @param account as far as it is known
 * @param absences of what is missing, by what would need it
 * @param errors of the path integrals, in their units, shape [grid points] each
 * @param errorsOfMeans of the means of the master equation, shape [grid points] each
 * @param effective canonical Hamiltonians of parts, where they are asked for
 * @param isRankDeficient whether the state at a grid time has not its full rank, shape [grid points]; empty where the state is not known
 */
record ExactAccount(Account account, Map<Need, Absence> absences, Map<PathIntegral, double[]> errors, Map<String, double[]> errorsOfMeans, EffectiveParts effective,
        boolean[] isRankDeficient) {

    /** Multiply-adds that eigenvectors of a state take, in units of D³. */
    private static final double EIGENVECTORS = 80;

    /** Pieces of a quadrature between two grid times, on the average. */
    private static final double PIECES = 2;

    /** Solves what is needed. */
    static ExactAccount of(Model model, Set<Need> needs, double work) {
        ExactCurves curves = MasterEquation.solve(model);
        Map<Need, Absence> absences = new EnumMap<>(Need.class);
        Builder builder = new Builder(model, work);
        if (needs.contains(Need.STATE) || needs.contains(Need.PATH)) {
            Absence tooMuch = new Absence(Reason.TOO_MUCH_WORK, "too much work for the exact side: eigenvectors of dimension " + model.dimension() + " at so many times");
            if (builder.workOfStates() > work) {
                absences.put(Need.STATE, tooMuch);
                absences.put(Need.PATH, tooMuch);
            } else if (builder.workOfPath() > work && needs.contains(Need.PATH)) {
                absences.put(Need.PATH, tooMuch);
            }
            builder.solve(needs, absences);
        }
        EffectiveParts effective = EffectiveParts.of(model, needs, work);
        Map<String, double[]> means = new HashMap<>(curves.curves());
        means.putAll(effective.means());
        Map<String, double[]> errorsOfMeans = new HashMap<>(curves.errors());
        errorsOfMeans.putAll(effective.errors());
        return new ExactAccount(new Account(model, means, builder.numbers, builder.integrals), absences, builder.errors, errorsOfMeans, effective, builder.deficient);
    }

    /** Of one model. */
    private static final class Builder {

        private final Model model;
        private final int points;
        private final double work;
        private final EnergyPath energy;
        private final SmoothPieces pieces;
        private final Map<StateNumber, double[]> numbers = new EnumMap<>(StateNumber.class);
        private final Map<PathIntegral, double[]> integrals = new EnumMap<>(PathIntegral.class);
        private final Map<PathIntegral, double[]> errors = new EnumMap<>(PathIntegral.class);
        private boolean[] deficient = {};

        Builder(Model model, double work) {
            this.model = model;
            this.points = model.time().pointCount();
            this.work = work;
            this.energy = new EnergyPath(model);
            this.pieces = new SmoothPieces(model);
        }

        double workOfStates() {
            return EIGENVECTORS * points * Math.pow(model.dimension(), 3);
        }

        double workOfPath() {
            return workOfStates() * GaussKronrod.COUNT * PIECES;
        }

        void solve(Set<Need> needs, Map<Need, Absence> absences) {
            if (absences.containsKey(Need.STATE)) {
                return;
            }
            try {
                StateEvolution evolution = new StateEvolution(model, work);
                double[][] states = evolution.states(evolution.initial(), IntStream.range(0, points).mapToDouble(model.time()::time).toArray());
                takeStates(states);
                if (needs.contains(Need.PATH) && !absences.containsKey(Need.PATH)) {
                    takePath(states, evolution);
                }
            } catch (ModelException e) {
                absences.put(numbers.isEmpty() ? Need.STATE : Need.PATH, Absence.of(e));
                absences.put(Need.PATH, Absence.of(e));
                integrals.clear();
            }
        }

        private void takeStates(double[][] states) {
            deficient = new boolean[points];
            for (StateNumber number : StateNumber.values()) {
                numbers.put(number, new double[points]);
            }
            for (int i = 0; i < points; i++) {
                int index = i;
                StatePoint point = new StatePoint(HermitianMatrix.unpacked(states[i], model.dimension()), energy.at(model.time().time(i), pieces.branchAfter(i)));
                deficient[i] = point.isRankDeficient();
                point.numbers().forEach((number, value) -> numbers.get(number)[index] = value);
            }
        }

        private void takePath(double[][] states, StateEvolution evolution) {
            ExactPath path = new ExactPath(model, evolution, energy, pieces);
            for (PathIntegral q : PathIntegral.values()) {
                integrals.put(q, new double[points]);
                errors.put(q, new double[points]);
            }
            for (int i = 1; i < points; i++) {
                if (deficient[i - 1] && deficient[i]) {
                    path.giveUpTemperature();
                }
                path.advance(i - 1, states[i - 1]);
                for (PathIntegral q : PathIntegral.values()) {
                    integrals.get(q)[i] = q.hasTemperature() && !path.hasTemperature() ? Double.NaN : path.sum()[q.ordinal()];
                    errors.get(q)[i] = path.error()[q.ordinal()];
                }
            }
        }
    }
}
