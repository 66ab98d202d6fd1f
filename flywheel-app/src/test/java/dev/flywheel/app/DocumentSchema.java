package dev.flywheel.app;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Holds a document against the schema that is shipped for it. */
public enum DocumentSchema {
    ROTATION("flywheel.rotation-1.schema.json"),
    IMPORT("flywheel.import-1.schema.json");

    private final String file;

    DocumentSchema(String file) {
        this.file = file;
    }

    /** {@return what a document breaks} */
    public List<Error> broken(String document) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(Main.class.getResourceAsStream("/dev/flywheel/app/" + file), file)) {
            return List.copyOf(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(document, InputFormat.JSON));
        }
    }
}
