/**
 * What depends on time, and the steps that follow it. Uses sector.
 *
 * <p><b>A tour.</b> {@link StepSchedule} first: it cuts the run into {@link Step}s, which {@link StepRefinement} halves where they are too long. {@link DriveBuilder} writes
 * the operators of a model over functions of time and gathers these in a {@link Drive}, sampled by {@link DriveSampling}. {@link ResolutionProof} is why no pulse hides
 * between two nodes, up to a {@link NegligibleAction}.
 */
package org.unravel.engine.drive;
