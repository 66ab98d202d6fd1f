package dev.flywheel.adapters.csv.internal.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file and the digest of its bytes, which names it whatever it is called.
 *
 * @param path where it lies
 * @param contentId SHA-256 of its bytes in hexadecimal
 */
public record FoundFile(Path path, String contentId) {

    private static final int BUFFER = 1 << 16;
    private static final int SHORT = 12;

    /**
     * Reads a file's digest.
     *
     * @param path the file
     * @return the file with its digest
     * @throws IOException if it cannot be read
     */
    public static FoundFile of(Path path) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new FoundFile(path, HexFormat.of().formatHex(digest.digest()));
    }

    public Path folder() {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path : folder;
    }

    /** {@return the file's name, for people} */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** {@return how findings call the file: by content, so that a renamed file gives the same findings} */
    public String subject() {
        return "file " + contentId;
    }

    /** {@return the first digits of the digest} */
    public String shortId() {
        return contentId.substring(0, SHORT);
    }
}
