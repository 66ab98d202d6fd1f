/**
 * Brings the exports that brands download, CSV and XLSX, into the core: {@link dev.flywheel.adapters.csv.FolderEvidence}.
 */
@NullMarked
package dev.flywheel.adapters.csv;

import org.jspecify.annotations.NullMarked;
