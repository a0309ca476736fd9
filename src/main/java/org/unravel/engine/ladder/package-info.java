/**
 * The ladder engine: for stiff models that do not depend on time. Knows no other engine.
 *
 * <p><b>A tour.</b> {@link LadderEngine} first, then {@link PropagatorLadder}: propagators of halved and halved times, in digits that last ({@link ExtendedMatrix}).
 * {@link LadderStepper} goes down it to find a jump; {@link UnitaryHeat} integrates along it.
 */
package org.unravel.engine.ladder;
