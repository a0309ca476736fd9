/**
 * Propagation strategies behind {@link org.unravel.trajectory.Engine}, and the choice among them with its reason. Engines know neither the
 * ledger's meaning of what they integrate nor the statistics. Imports trajectory, model, numeric.
 */
package org.unravel.engine;
