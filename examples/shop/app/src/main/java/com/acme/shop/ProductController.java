package com.acme.shop;

import com.acme.shop.catalog.Price;
import com.acme.shop.catalog.Product;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP. */
@RestController
@RequestMapping("/products")
class ProductController {
    private final ProductRepository products;

    ProductController(ProductRepository products) {
        this.products = products;
    }

    record ProductView(String sku, String name, BigDecimal amount, String currency) {
        static ProductView of(Product product) {
            var price = product.getPrice();
            return new ProductView(product.getSku(), product.getName(), price.amount(), price.currency());
        }
    }

    @GetMapping
    List<ProductView> list() {
        return products.findAll().stream().map(ProductView::of).toList();
    }

    @GetMapping("/{sku}")
    ResponseEntity<ProductView> get(@PathVariable String sku) {
        return ResponseEntity.of(products.findBySku(sku).map(ProductView::of));
    }

    @PostMapping
    ProductView create(@RequestBody ProductView view) {
        return ProductView.of(
                products.save(new Product(view.sku(), view.name(), new Price(view.amount(), view.currency()))));
    }

    @PutMapping("/{sku}")
    ResponseEntity<ProductView> rename(@PathVariable String sku, @RequestBody ProductView view) {
        return ResponseEntity.of(products.findBySku(sku).map(product -> {
            product.setName(view.name());
            return ProductView.of(products.save(product));
        }));
    }

    @DeleteMapping("/{sku}")
    void delete(@PathVariable String sku) {
        products.findBySku(sku).ifPresent(products::delete);
    }
}
