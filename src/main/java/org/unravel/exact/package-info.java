/**
 * The exact ensemble: averages from the master equation, integrated with Hipparchus. Shares operators and the model with the
 * trajectory side and nothing else: it may not import {@code numeric}'s propagators, nor trajectory, engine or ensemble.
 */
package org.unravel.exact;
