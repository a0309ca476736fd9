package org.unravel.firstlaw;

import java.util.List;
import java.util.Map;

import org.unravel.composite.JointState;

/** Averaged states of a sample, of the sample without each of its groups, and of quarters of it, in the order of {@link Replicates}, at the inner times. Safe for threads. */
interface SampledStates {

    /** How many. */
    int count();

    /** Groups that are left out, one after the other. */
    int leftOutCount();

    /** Trajectories that were done. */
    long trajectoryCount();

    /** Kets of a mixture that the states are; 0 of density matrices. */
    int kets();

    /** Of each replicate the first one that has the same states at all times. */
    int first(int replicate);

    /** States at an inner time, shape [replicates]. */
    JointState[] at(int index);

    /** The same with their rates of change, on the smooth piece that holds at {@code branch}. */
    JointState[] moving(int index, double branch);

    /** Means of quantities of the ledger on the grid of the curves, by their names, of each replicate. */
    List<Map<String, double[]>> means(int refinement);
}
