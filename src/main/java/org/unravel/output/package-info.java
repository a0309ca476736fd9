/** What a run leaves behind: JSON, CSV and the table for people. Imports validation, bath, exact, ensemble, statistics, model. Never prints. */
package org.unravel.output;
