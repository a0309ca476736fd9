package org.unravel.engine.drive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.unravel.model.ModelException;

/** Halves steps that are too long, and no others, within a limit of their number. */
public final class StepRefinement {

    /** Whether a step is short enough. */
    public interface Test {

        /** True if it is. */
        boolean passes(Step step);

        /** The key of the model file that asks for a shorter one, where it does not pass. */
        String blame(Step step);

        /** About how many a step that does not pass will become at least. */
        double least(Step step);
    }

    private static final int SAMPLED_PIECES = 16;
    /** An estimate from a few pieces may be so many times too large. */
    private static final double HOPELESS = 4;

    private final int mostSteps;
    private final Test test;

    /** A refinement up to a number of steps. */
    public StepRefinement(int mostSteps, Test test) {
        this.mostSteps = mostSteps;
        this.test = test;
    }

    /**
     * The steps of a schedule, each halved until it passes the test.
     *
     * @throws ModelException if they become too many
     */
    public StepSchedule of(StepSchedule schedule) {
        List<Step> done = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        boolean hopeful = false;
        for (Step step : schedule.steps()) {
            open.push(step);
            while (!open.isEmpty()) {
                Step next = open.pop();
                if (test.passes(next)) {
                    done.add(next);
                } else {
                    if (!hopeful) {
                        hopeful = true;
                        boolean hopeless = estimate(schedule) >= HOPELESS * mostSteps;
                        require(!hopeless, mostSteps, hopeless ? test.blame(next) : "", next, schedule);
                    }
                    boolean possible = next.depth() < Step.DEEPEST && done.size() + open.size() < mostSteps
                            && (next.depth() > 0 || done.size() + test.least(next) < mostSteps);
                    require(possible, mostSteps, possible ? "" : test.blame(next), next, schedule);
                    open.push(next.half(1));
                    open.push(next.half(0));
                }
            }
        }
        return new StepSchedule(done);
    }

    /** About how many steps there will be, from a few pieces: a run that is far beyond the limit is refused before tables of thousands of steps are built. */
    private double estimate(StepSchedule schedule) {
        List<Step> pieces = schedule.steps();
        int stride = (pieces.size() + SAMPLED_PIECES - 1) / SAMPLED_PIECES;
        double sum = 0;
        int count = 0;
        for (int p = 0; p < pieces.size(); p += stride) {
            sum += Math.max(1, test.least(pieces.get(p)));
            count++;
        }
        return sum / count * pieces.size();
    }

    /** Refuses a model that needs too many steps: names what asks for them, where, and what would help. */
    static void require(boolean possible, int mostSteps, String key, Step step, StepSchedule schedule) {
        if (possible) {
            return;
        }
        double from = schedule.steps().get(0).start();
        double to = schedule.steps().get(schedule.steps().size() - 1).end();
        throw new ModelException("expected at most " + mostSteps + " steps from t = " + from + " to t = " + to + ", found more: " + key
                + " asks for steps of " + step.length() / 2 + " at t = " + step.start()
                + " (a shorter run, or a smaller or slower " + key + " there, needs fewer)", key);
    }
}
