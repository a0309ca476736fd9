/**
 * The martingale engine: jumps at the moduli of rates of both signs, under a drift with the rates themselves, with weights of both signs. Knows no other engine.
 *
 * <p><b>A tour.</b> {@link MartingaleEngine} first, then {@link MartingaleJumps}: one trajectory through a step in which it jumps. {@link StepRates} is all that a ket does along a step without a
 * jump: energies, hazard, and the growth of its weight; {@link HazardRoot} finds the jump. {@link MartingaleStepBuilder} makes the tables and says what makes a step short enough,
 * {@link MartingaleTables} holds them. {@link MartingaleWorker} runs the groups, whose lanes are in {@link MartingaleLanes}.
 */
package org.unravel.engine.martingale;
