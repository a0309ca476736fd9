/**
 * What an engine is to the choice among them, and what it looks at in a model. Uses sector and jump.
 *
 * <p><b>A tour.</b> {@link EngineCandidate} first: what a new engine has to say of itself. {@link ModelShape} is the model as candidates see it, each thing found out once;
 * {@link JumpForecast} says how often a trajectory jumps, by a {@link JumpPilot}. What comes out is an {@link EngineForecast}.
 */
package org.unravel.engine.forecast;
