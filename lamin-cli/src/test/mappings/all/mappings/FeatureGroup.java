package mappings;

/** Features that belong together on the page. */
interface FeatureGroup {
    void addTo(Features features);
}
