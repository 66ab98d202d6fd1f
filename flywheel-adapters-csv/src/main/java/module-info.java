/** Reads the exports that brands download, CSV and XLSX, into the core's evidence. */
module dev.flywheel.adapters.csv {
    requires transitive dev.flywheel.core;
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires java.xml;

    exports dev.flywheel.adapters.csv;
}
