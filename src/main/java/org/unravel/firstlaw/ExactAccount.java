package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.unravel.composite.JointState;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * The account of the exact state.
 *
 * @param account as far as it is known
 * @param absences of what is missing, by what would need it
 * @param errors of the path integrals of each part, in their units, shape [grid points] each
 * @param errorsOfMeans of the means of the master equation and of minimal dissipation, shape [grid points] each
 * @param effective canonical Hamiltonians of the parts, where they are asked for
 */
record ExactAccount(Account account, Map<Need, Absence> absences, Map<String, Map<PathIntegral, double[]>> errors, Map<String, double[]> errorsOfMeans,
        EffectiveParts effective) {

    /** Multiply-adds that eigenvectors of a state take, in units of D³. */
    private static final double EIGENVECTORS = 80;

    /** Pieces of a quadrature between two grid times, on the average. */
    private static final double PIECES = 2;

    /** Solves what is needed. */
    static ExactAccount of(Model model, Set<Need> needs, double work) {
        // the parts of a closed model need no means of a ledger, which whatever their dimension a master equation would take
        ExactCurves curves = KetCourse.isClosedInParts(model) ? null : MasterEquation.solve(model);
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
        Map<String, double[]> means = effective.means();
        Map<String, double[]> errorsOfMeans = effective.errors();
        if (curves != null) {
            means.putAll(curves.curves());
            errorsOfMeans.putAll(curves.errors());
        }
        return new ExactAccount(new Account(model, means, builder.accounts(), builder.joint), absences, builder.errors(), errorsOfMeans, effective);
    }

    /** Of one part. */
    private static final class PartCurves {

        private final Map<StateNumber, double[]> numbers = new EnumMap<>(StateNumber.class);
        private final Map<PathIntegral, double[]> integrals = new EnumMap<>(PathIntegral.class);
        private final Map<PathIntegral, double[]> errors = new EnumMap<>(PathIntegral.class);
        private final boolean[] deficient;

        PartCurves(int points) {
            deficient = new boolean[points];
        }
    }

    /** Of one model. */
    private static final class Builder {

        private final Model model;
        private final int points;
        private final double work;
        private final boolean hasKets;
        private final SmoothPieces pieces;
        private final Map<String, PartCurves> curves = new LinkedHashMap<>();
        private final Map<JointNumber, double[]> joint = new EnumMap<>(JointNumber.class);

        Builder(Model model, double work) {
            this.model = model;
            this.points = model.time().pointCount();
            this.work = work;
            this.hasKets = KetCourse.isCourseOf(model);
            this.pieces = new SmoothPieces(model);
            Definition.ofStates(model).forEach(name -> curves.put(name, new PartCurves(points)));
        }

        /** Kets pay for each step of theirs, and have small states or few vectors. */
        double workOfStates() {
            return hasKets ? 0 : EIGENVECTORS * points * Math.pow(model.dimension(), 3);
        }

        double workOfPath() {
            return workOfStates() * GaussKronrod.COUNT * PIECES;
        }

        void solve(Set<Need> needs, Map<Need, Absence> absences) {
            if (absences.containsKey(Need.STATE)) {
                return;
            }
            try {
                Course course = hasKets ? new KetCourse(model, work) : new DensityCourse(model, work);
                Parts parts = Parts.of(model, hasKets ? model.initial().components().size() : 0, needs);
                JointState[] states = course.states(course.initial(), IntStream.range(0, points).mapToDouble(model.time()::time).toArray());
                takeStates(states, parts);
                if (needs.contains(Need.PATH) && !absences.containsKey(Need.PATH)) {
                    takePath(states, course, parts);
                }
            } catch (ModelException e) {
                absences.put(isEmpty() ? Need.STATE : Need.PATH, Absence.of(e));
                absences.put(Need.PATH, Absence.of(e));
                curves.values().forEach(c -> c.integrals.clear());
            }
        }

        private boolean isEmpty() {
            return curves.values().stream().anyMatch(c -> c.numbers.isEmpty());
        }

        private void takeStates(JointState[] states, Parts parts) {
            for (int i = 0; i < points; i++) {
                int index = i;
                JointPoint point = parts.at(states[i], model.time().time(i), pieces.branchAfter(i));
                for (int p = 0; p < parts.count(); p++) {
                    PartCurves of = curves.get(parts.all().get(p).name());
                    of.deficient[i] = point.point(p).isRankDeficient();
                    point.numbers(p).forEach((number, value) -> of.numbers.computeIfAbsent(number, n -> new double[points])[index] = value);
                }
                point.joint().forEach((number, value) -> joint.computeIfAbsent(number, n -> new double[points])[index] = value);
            }
            joint.computeIfPresent(JointNumber.INTERACTION_ENERGY, (n, energy) -> {
                joint.put(JointNumber.SWITCHING_WORK, Account.sinceStart(energy));
                return energy;
            });
        }

        private void takePath(JointState[] states, Course course, Parts parts) {
            ExactPath path = new ExactPath(model, course, parts, pieces);
            List<PartCurves> all = new ArrayList<>(curves.values());
            for (PathIntegral q : PathIntegral.values()) {
                all.forEach(c -> c.integrals.put(q, new double[points]));
                all.forEach(c -> c.errors.put(q, new double[points]));
            }
            for (int i = 1; i < points; i++) {
                for (int p = 0; p < all.size(); p++) {
                    if (all.get(p).deficient[i - 1] && all.get(p).deficient[i]) {
                        path.giveUpTemperature(p);
                    }
                }
                path.advance(i - 1, states[i - 1]);
                for (int p = 0; p < all.size(); p++) {
                    take(path, p, i, all.get(p));
                }
            }
        }

        private static void take(ExactPath path, int part, int index, PartCurves into) {
            double[] sum = path.sum(part);
            double[] error = path.error(part);
            for (PathIntegral q : PathIntegral.values()) {
                boolean isUndefined = q.hasTemperature() && !path.hasTemperature(part);
                into.integrals.get(q)[index] = isUndefined ? Double.NaN : sum[q.ordinal()];
                into.errors.get(q)[index] = isUndefined ? 0 : error[q.ordinal()];
            }
        }

        Map<String, StateAccount> accounts() {
            Map<String, StateAccount> all = new LinkedHashMap<>();
            curves.forEach((name, c) -> all.put(name, new StateAccount(c.numbers, c.integrals)));
            return all;
        }

        Map<String, Map<PathIntegral, double[]>> errors() {
            Map<String, Map<PathIntegral, double[]>> all = new LinkedHashMap<>();
            curves.forEach((name, c) -> all.put(name, c.errors));
            return all;
        }
    }
}
