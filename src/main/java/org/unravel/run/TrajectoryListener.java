package org.unravel.run;

import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;

/**
 * Sees single trajectories, one after another: begin, then jumps and grid points in the order of time, then end.
 *
 * <p>What happens at a grid time comes before that grid point. Called in the thread that watches; what throws here ends the watching.
 */
public interface TrajectoryListener {

    /**
     * A jump: the bath has been seen to exchange a quantum with the system.
     *
     * @param time when
     * @param bath with which
     * @param channel by which of its channels
     * @param heat q(t), the quantum that the system receives from the bath, in the unit of energy: what {@code heat.counted} adds up
     * @param energyChange ⟨E⟩ just after less ⟨E⟩ just before, in the unit of energy: what {@code heat.jump} adds up
     * @param weight of the trajectory just after, ≥ 0 unless the unraveling has weights of both signs; 1 where it has none
     */
    record Jump(double time, Bath bath, Channel channel, double heat, double energyChange, double weight) {
    }

    /**
     * What is known of a trajectory at a grid time.
     *
     * @param index of the grid point, from 0 on
     * @param time of it
     * @param names of quantities ({@link org.unravel.model.Quantity}) and then of observables, those of the curves of a run
     * @param values in the order of the names, shape [names]: quantities since the start of the trajectory, in the unit of energy, and means of observables in its
     *        present state
     * @param weight of the trajectory, ≥ 0 unless the unraveling has weights of both signs: the mean of weight times value over trajectories is that of the model; 1 where it has none
     */
    record GridPoint(int index, double time, List<String> names, double[] values, double weight) {

        /**
         * The value of a quantity or observable.
         *
         * @throws IllegalArgumentException if there is none of that name
         */
        public double value(String name) {
            int place = names.indexOf(name);
            if (place < 0) {
                throw new IllegalArgumentException("expected a quantity or observable among " + String.join(", ", names) + ", found " + name);
            }
            return values[place];
        }
    }

    /** A trajectory begins; with model and seed its index, ≥ 0, says all that happens in it. */
    default void begin(long index) {
        // not everybody keeps trajectories apart
    }

    /** The trajectory jumps. */
    default void jump(Jump jump) {
        // not everybody looks at jumps
    }

    /** The trajectory has come to a grid time; the first one is the start, the last one the end. */
    default void gridPoint(GridPoint point) {
        // not everybody looks at curves
    }

    /** The trajectory has ended; its last grid point is shown. */
    default void end(long index) {
        // not everybody keeps trajectories apart
    }
}
