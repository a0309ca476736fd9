package org.unravel.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Attempt;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.Subsystem;

/**
 * What the end of a ladder of levels does to the exact means: the master equation is solved again with more levels.
 *
 * @param subsystem its name
 * @param levels number of levels there are
 * @param highest largest population of the two highest at a grid time
 * @param highestAt index of that grid time
 * @param extrapolatedLevels number of levels that would do as far as the populations of the ladder itself say; 0 where they do not
 * @param longer the model with a longer ladder, if one could be solved
 */
public record CutOffStudy(String subsystem, int levels, double highest, int highestAt, int extrapolatedLevels, Attempt<Comparison> longer) {

    /** A model with more levels: as many more as this part of them, at least two, so that the two highest are other ones. */
    private static final int PART = 8;

    /** Population of levels that a model does not come to. */
    private static final double UNREACHED = 1e-12;

    /** Largest dimension of a longer model. */
    private static final int MOST = 400;

    /** The same model with other numbers of levels. */
    @FunctionalInterface
    public interface Resizing {

        /**
         * The model with so many levels of one subsystem.
         *
         * @throws ModelException if there is no such model: it names a level that is not there, or is too large
         */
        Model resized(String subsystem, int levels);
    }

    /** The model with a longer ladder beside the model, if one could be solved. */
    public Optional<Comparison> comparison() {
        return longer.value();
    }

    /** Why no longer ladder could be solved. */
    public Optional<Absence> absence() {
        return longer.absence();
    }

    /** Exact means with the populations of the levels that are watched. */
    public record Watched(ExactCurves curves, LevelPopulations populations) {
    }

    /**
     * The model with a longer ladder beside the model.
     *
     * @param levels of the longer ladder
     * @param shifts means of the longer less those of the shorter, by the names of {@link ExactCurves}, shape [grid points] each
     * @param beyond largest population, at a grid time, of the levels that the model does not have
     * @param sufficientLevels the least number of levels of which the two highest hold less than {@link CutOffs#NEGLIGIBLE} at all grid times; 0 if the
     *        longer ladder is too short for that
     */
    public record Comparison(int levels, Map<String, double[]> shifts, double beyond, int sufficientLevels) {
    }

    /**
     * Exact means and populations.
     *
     * @throws ModelException as {@link MasterEquation#solve}
     */
    public static Watched solve(Model model) {
        LevelPopulations populations = new LevelPopulations(model);
        return new Watched(MasterEquation.solve(model, populations), populations);
    }

    /** Solves longer ladders as far as the budget goes, for each subsystem that is cut off. */
    public static List<CutOffStudy> of(Model model, Watched solution, Resizing resizing, WorkBudget budget) {
        List<CutOffStudy> all = new ArrayList<>();
        int[] cut = CutOffs.of(model.space());
        for (int w = 0; w < cut.length; w++) {
            all.add(new Search(model, solution, w, model.space().subsystems().get(cut[w]), resizing, budget).study());
        }
        return all;
    }

    /** One subsystem. */
    private record Search(Model model, Watched solution, int watched, Subsystem subsystem, Resizing resizing, WorkBudget budget) {

        CutOffStudy study() {
            Optional<Comparison> found = Optional.empty();
            Optional<Absence> absence = Optional.empty();
            int levels = longer(subsystem.dimension());
            while (absence.isEmpty() && (found.isEmpty() || found.get().sufficientLevels() == 0)) {
                if ((double) model.dimension() / subsystem.dimension() * levels > MOST) {
                    absence = Optional.of(new Absence(Reason.NOT_APPLICABLE, levels + " levels would make the dimension larger than " + MOST));
                    break;
                }
                try {
                    found = Optional.of(compared(levels));
                } catch (ModelException e) {
                    absence = Optional.of(Absence.of(e));
                } catch (RuntimeException e) {
                    // whatever it is, the run goes on without and says so
                    absence = Optional.of(new Absence(Reason.FAILED, String.valueOf(e.getMessage())));
                }
                levels = 2 * levels;
            }
            Optional<Absence> literal = found.filter(c -> c.beyond() < UNREACHED).flatMap(c -> literalLevels());
            if (literal.isPresent()) {
                absence = literal;
                found = Optional.empty();
            }
            double highest = solution.populations.highest(watched);
            return new CutOffStudy(subsystem.name(), subsystem.dimension(), highest, solution.populations.highestAt(watched),
                    solution.populations.extrapolated(watched), longer(found, absence));
        }

        private static Attempt<Comparison> longer(Optional<Comparison> found, Optional<Absence> absence) {
            return found.map(Attempt::found).orElseGet(() -> Attempt.missing(absence.orElseThrow()));
        }

        /** A few levels more where the ladder is nearly long enough, else twice as many. */
        private int longer(int levels) {
            boolean nearly = solution.populations.highest(watched) < CutOffs.NEGLIGIBLE;
            return nearly ? levels + Math.max(CutOffs.WATCHED_LEVELS, levels / PART) : 2 * levels;
        }

        /** Levels that are written out do not grow with the ladder: a model with one level less does without its highest, or it cannot be read. */
        private Optional<Absence> literalLevels() {
            if (subsystem.dimension() <= 2) {
                return Optional.empty();
            }
            try {
                resizing.resized(subsystem.name(), subsystem.dimension() - 1);
                return Optional.empty();
            } catch (ModelException e) {
                return Optional.of(Absence.of(e).saying("the model does not grow with its levels: without the highest it cannot be read (" + e.getMessage() + ")"));
            }
        }

        private Comparison compared(int levels) {
            Model longer = resizing.resized(subsystem.name(), levels);
            LevelPopulations populations = new LevelPopulations(longer);
            ExactCurves curves = MasterEquation.solve(longer, populations, budget);
            int sufficient = populations.sufficient(watched);
            return new Comparison(levels, shifts(curves), populations.above(watched, subsystem.dimension()),
                    sufficient > populations.levelCount(watched) ? 0 : sufficient);
        }

        private Map<String, double[]> shifts(ExactCurves longer) {
            Map<String, double[]> shifts = new LinkedHashMap<>();
            solution.curves.curves().forEach((name, curve) -> longer.curve(name).ifPresent(other -> {
                double[] shift = new double[curve.length];
                for (int i = 0; i < shift.length; i++) {
                    shift[i] = other[i] - curve[i];
                }
                shifts.put(name, shift);
            }));
            return shifts;
        }
    }
}
