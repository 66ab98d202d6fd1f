package dev.flywheel.adapters.csv.internal.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file of rejected rows. It keeps the download's name, which may hold the period and which a person may have
 * said something about; the content's digest keeps two files apart.
 */
public final class RejectedName {

    private static final String BEFORE = "rejected ";
    private static final Pattern BEHIND = Pattern.compile(" [0-9a-f]{12}( \\([0-9]+\\))?\\.[A-Za-z0-9]{1,5}");
    private static final Pattern AGAIN = Pattern.compile(BEFORE + "(.+)" + BEHIND);
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._~,()-]");
    private static final int MAX_NAME = 120;

    private RejectedName() {}

    /**
     * The name for the rejected rows of a file.
     *
     * @param file the file's name
     * @param shortId the first 12 digits of its digest
     * @return the name
     */
    public static String of(String file, String shortId) {
        return BEFORE + base(file) + " " + shortId + ".csv";
    }

    /** Rows that are set aside a second time keep the name of the first download. */
    private static String base(String file) {
        Matcher again = AGAIN.matcher(file);
        String bare =
                UNSAFE.matcher(again.matches() ? again.group(1) + ".csv" : file).replaceAll("_");
        int dot = bare.lastIndexOf('.');
        String base = dot > 0 ? bare.substring(0, dot) : bare;
        return base.length() > MAX_NAME ? base.substring(0, MAX_NAME) : base;
    }

    /**
     * Whether a name is a file's or that of its rejected rows.
     *
     * @param name the name
     * @param file the file's name
     * @return true if what was said of the file holds
     */
    static boolean isOf(String name, String file) {
        String rejected = BEFORE + base(file);
        return name.equals(file)
                || (name.startsWith(rejected)
                        && BEHIND.matcher(name)
                                .region(rejected.length(), name.length())
                                .matches());
    }
}
