/**
 * The exact ensemble: averages from the master equation, counting statistics from the moment hierarchy and the tilted generator, delays from the
 * evolution without jumps, and the long-time limit. Integrates with Hipparchus. Shares operators and the model with the trajectory side and
 * nothing else: it may not import {@code numeric}'s propagators, nor trajectory, engine or ensemble.
 */
package org.unravel.exact;
