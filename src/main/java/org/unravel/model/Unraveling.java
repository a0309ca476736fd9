package org.unravel.model;

import java.util.Optional;

/**
 * Which stochastic process of single trajectories unravels the master equation, and what is measured on each. The averages of the master equation do not depend on it;
 * the ledger of a trajectory and all distributions do. Another process is another record here.
 */
public sealed interface Unraveling permits QuantumJumps, InfluenceMartingale {

    /** Its name in a model file. */
    String word();

    /** Which weights trajectories carry. */
    WeightSign weights();

    /** A bound of the absolute value of a weight, from 1 on; infinite where the rates of a model decide about it. */
    double largestWeight();

    /** What is measured at the ends. */
    Measurement measurement();

    /** The law from which jump records are drawn, where it is not the model's own. */
    Optional<JumpBias> bias();

    /**
     * The same process with the energy measured at both ends.
     *
     * @throws ModelException if its trajectories cannot be measured
     */
    Unraveling measured();
}
