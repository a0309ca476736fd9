/**
 * The exact ensemble: averages from the master equation, counting statistics from the moment hierarchy and the tilted generator, waiting times from the
 * evolution without jumps, measurements at both ends, and the long-time limit. Integrates with Hipparchus. Shares operators, the model and its baths' properties with the trajectory side and
 * nothing else: it may not import {@code numeric}'s propagators, nor trajectory, engine or ensemble.
 */
package org.unravel.exact;
