package com.acme.shop.audit;

import com.acme.shop.inventory.StockItem;
import jakarta.persistence.*;
import java.time.LocalDate;
import lombok.Data;

@Entity
@Data
public class StockCount {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne
    private StockItem stockItem;
    private LocalDate countedOn;
    private int found;
}
