/** Streaming weighted moments with a deterministic merge, histograms, jackknife, hypothesis tests. No physics. Imports {@code numeric} at most. */
package org.unravel.statistics;
