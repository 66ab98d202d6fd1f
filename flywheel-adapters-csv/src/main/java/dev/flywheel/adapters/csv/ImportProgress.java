package dev.flywheel.adapters.csv;

/**
 * How far the reading of a file has come. A file may be gone over more than once, and then its figures begin again. Immutable.
 *
 * @param fileName the name it was found under, for people only
 * @param contentId a digest of the file's bytes: names the file whatever it is called
 * @param bytes bytes read so far; of a workbook, of the sheet once inflated
 * @param ofBytes bytes there are
 * @param rows rows read so far
 */
public record ImportProgress(String fileName, String contentId, long bytes, long ofBytes, long rows) {

    @Override
    public String toString() {
        return fileName + " after " + bytes + " of " + ofBytes + " bytes and " + rows + " rows";
    }
}
