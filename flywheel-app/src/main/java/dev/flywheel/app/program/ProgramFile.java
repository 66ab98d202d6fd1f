package dev.flywheel.app.program;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.Program;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a brand's {@code program.toml}, with an optional policy file over it. Money is written as decimals in quotes,
 * rates as fractions; unknown keys are refused by name, so that a misspelt one is never silently without effect.
 */
public final class ProgramFile {
    /** The name of the file in a data folder. */
    public static final String NAME = "program.toml";

    private static final long LARGEST_BYTES = 1 << 20;
    private static final TomlMapper TOML = new TomlMapper();

    private ProgramFile() {}

    /**
     * Reads a programme.
     *
     * @param file the programme file
     * @param policyFile policy keys that replace those of the programme, at the top level or in {@code [policy]}
     * @return the programme
     * @throws ProgramRejected if a file is missing, is not TOML, or says something that cannot be used
     */
    public static Program read(Path file, Optional<Path> policyFile) {
        List<String> problems = new ArrayList<>();
        Optional<Program> program = ProgramKeys.program(new TomlTable("", parse(file), problems));
        refuse(file, problems);
        Program asWritten = program.orElseThrow();
        return policyFile
                .map(path -> ProgramKeys.withPolicy(asWritten, overlay(path, asWritten.policy())))
                .orElse(asWritten);
    }

    private static Policy overlay(Path file, Policy below) {
        List<String> problems = new ArrayList<>();
        TomlTable top = new TomlTable("", parse(file), problems);
        Policy policy = below;
        if (top.has("policy")) {
            top.refuseUnknown(Set.of("policy"));
            policy = top.table("policy")
                    .map(table -> PolicyKeys.over(below, table))
                    .orElse(below);
        } else {
            policy = PolicyKeys.over(below, top);
        }
        refuse(file, problems);
        return policy;
    }

    private static void refuse(Path file, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ProgramRejected(name(file), problems);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw rejected(file, "is larger than 1 MiB and cannot be a programme; put the brand's own file here");
            }
            return TOML.readTree(withoutByteOrderMark(Files.readString(file)));
        } catch (NoSuchFileException missing) {
            throw rejected(file, "does not exist");
        } catch (CharacterCodingException notUtf8) {
            throw rejected(file, "is not UTF-8 text; save it as UTF-8");
        } catch (JsonProcessingException syntax) {
            JsonLocation at = syntax.getLocation();
            String where = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw rejected(file, "is not valid TOML" + where + ": " + syntax.getOriginalMessage());
        } catch (IOException unreadable) {
            throw rejected(
                    file, "cannot be read (" + unreadable.getClass().getSimpleName() + "); check its permissions");
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ProgramRejected rejected(Path file, String problem) {
        return new ProgramRejected(name(file), List.of(problem));
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), file.toString());
    }
}
